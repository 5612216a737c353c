import type { FileView } from '../page-message.js';

/** Reads a chosen file as base64. */
export function readFile(file: File): Promise<FileView> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onerror = () => reject(reader.error ?? new Error(`${file.name} cannot be read.`));
    reader.onload = () => {
      const base64 = String(reader.result).replace(/^data:[^,]*,/, '');
      resolve({ file: { name: file.name, contentType: file.type, base64 } });
    };
    reader.readAsDataURL(file);
  });
}

/** Size as people read it. */
export function fileSize(bytes: number): string {
  return bytes < 1024
    ? `${bytes} B`
    : bytes < 1_048_576
      ? `${(bytes / 1024).toFixed(1)} KB`
      : `${(bytes / 1_048_576).toFixed(1)} MB`;
}
