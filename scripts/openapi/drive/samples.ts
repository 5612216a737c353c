/** Bytes that pass for a picture. */
export const PNG = `data:image/png;base64,${Buffer.from('89504e470d0a1a0a', 'hex').toString('base64')}`;
/** Bytes that pass for a sound. */
export const OGG = `data:audio/ogg;base64,${Buffer.from('OggS').toString('base64')}`;
