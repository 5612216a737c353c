export * from 'cogwork';

export const answer = 21;
