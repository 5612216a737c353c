import type { HttpRequest, HttpResponse } from '../transport/http-exchange.js';
import type { BotRecord } from '../world/bot-record.js';

/** Who hears of every request and its answer. */
export interface RestRecord {
  exchanged(request: HttpRequest, bot: BotRecord | undefined, response: HttpResponse): void;
}
