import { resolveTemplateCode } from './formatting.js';
import type { ModelHost } from './host.js';
import { Template } from './template.js';

/** Templates of any guild, by their codes or addresses: `bot.templates`. */
export class Templates {
  readonly #host: ModelHost;

  constructor(host: ModelHost) {
    this.#host = host;
  }

  /** Asks Discord for a template. */
  async fetch(codeOrUrl: string): Promise<Template> {
    return new Template(this.#host, await this.#host.rest.templates.get(resolveTemplateCode(codeOrUrl)));
  }
}
