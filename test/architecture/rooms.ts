/** One room of the tower: its floor and the rooms it may know. */
export interface Room {
  /** `undefined` for the rooms beside the tower, which no room of the tower may know. */
  readonly floor: number | undefined;
  /** Rooms it may import by value and by type, besides its own and the ground floors. */
  readonly mayImport: readonly string[];
  /** Rooms of which it may know types only. */
  readonly mayImportTypes?: readonly string[];
}

/** Floors 0 to 2, which every room above stands on. */
export const groundRooms = ['types', 'utils', 'errors'] as const;

const tower = {
  types: { floor: 0, mayImport: [] },
  utils: { floor: 1, mayImport: [] },
  errors: { floor: 2, mayImport: [] },
  models: { floor: 3, mayImport: [], mayImportTypes: ['rest'] },
  rest: { floor: 3, mayImport: [] },
  gateway: { floor: 3, mayImport: [] },
  di: { floor: 3, mayImport: [] },
  tasks: { floor: 3, mayImport: [] },
  interactions: { floor: 4, mayImport: ['models', 'rest'] },
  voice: { floor: 4, mayImport: ['models', 'gateway'] },
  cluster: { floor: 4, mayImport: ['gateway'] },
  events: { floor: 5, mayImport: ['interactions', 'models'] },
  cache: { floor: 5, mayImport: ['models'] },
  pipeline: { floor: 6, mayImport: ['interactions', 'events', 'models', 'di'] },
  schema: { floor: 6, mayImport: ['models'] },
  ui: { floor: 7, mayImport: ['pipeline', 'schema', 'interactions', 'events', 'models'] },
  // The dispatcher implements the gateway's DispatchSink: the type comes down to it, nothing of the gateway runs here.
  dispatch: {
    floor: 7,
    mayImport: ['cache', 'events', 'interactions', 'models'],
    mayImportTypes: ['gateway'],
  },
  commands: {
    floor: 8,
    mayImport: ['ui', 'pipeline', 'schema', 'interactions', 'events', 'models', 'di'],
  },
  cogs: {
    floor: 9,
    mayImport: ['commands', 'ui', 'tasks', 'events', 'pipeline', 'di'],
    // Registering a plain function names the types of what its handler is given.
    mayImportTypes: ['models', 'schema'],
  },
} satisfies Record<string, Room>;

const everythingBelowClient = Object.keys(tower);

/** Every folder directly under `src`, and the entry `src/index.ts` as the room `index`. */
export const rooms: Readonly<Record<string, Room>> = {
  ...tower,
  client: { floor: 10, mayImport: everythingBelowClient },
  index: { floor: 11, mayImport: [...everythingBelowClient, 'client'] },
  emulator: { floor: undefined, mayImport: [] },
  testing: { floor: undefined, mayImport: [...everythingBelowClient, 'client', 'emulator'] },
  playground: { floor: undefined, mayImport: ['emulator'] },
  cli: {
    floor: undefined,
    mayImport: [...everythingBelowClient, 'client', 'emulator', 'testing', 'playground'],
  },
};

/** Whether a file of one room may import from another, by value or by type. */
export function mayImport(from: string, to: string, byType: boolean): boolean {
  if (from === to) return true;
  const room = rooms[from];
  if (room === undefined) return false;
  if (isGround(to)) return (room.floor ?? Number.POSITIVE_INFINITY) > (rooms[to]?.floor ?? 0);
  return room.mayImport.includes(to) || (byType && (room.mayImportTypes ?? []).includes(to));
}

function isGround(room: string): boolean {
  return (groundRooms as readonly string[]).includes(room);
}
