/** Parameters that every connection of a bot carries, a resumed one the same as the first. */
export interface GatewayUrlParameters {
  readonly apiVersion: number;
  readonly compress: string | undefined;
  readonly encoding: string;
}

/** Url to connect to; parameters that `baseUrl` already has of its own are replaced. */
export function gatewayUrlOf(baseUrl: string, parameters: GatewayUrlParameters): string {
  const url = new URL(baseUrl);
  url.searchParams.set('v', String(parameters.apiVersion));
  url.searchParams.set('encoding', parameters.encoding);
  if (parameters.compress === undefined) url.searchParams.delete('compress');
  else url.searchParams.set('compress', parameters.compress);
  return url.toString();
}
