declare module 'cogwork' {
  interface ClusterNotes {
    told: { readonly what: string; readonly pid: number };
    echo: { readonly text: string };
  }
}

export {};
