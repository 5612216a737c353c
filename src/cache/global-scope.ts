/** Scope of kinds that belong to no guild. */
export const globalScope = '';
