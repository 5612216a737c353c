declare module '../../../src/cluster/cluster-notes.js' {
  interface ClusterNotes {
    told: { readonly what: string; readonly pid: number };
    echo: { readonly text: string };
  }
}

export {};
