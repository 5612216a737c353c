/** Options of a request with the reason for the audit log, when there is one. */
export function because(reason: string | undefined): { readonly reason?: string } {
  return reason === undefined ? {} : { reason };
}
