/** Options of a reply. */
export interface ReplyOptions {
  /** Shown to the user of the interaction only. */
  readonly ephemeral?: boolean;
  /**
   * Whether Discord sends the message back; without, `reply` gives `undefined`, and takes less time and traffic. A view
   * needs it and has it anyway. @defaultValue `true`
   */
  readonly withResponse?: boolean;
}

/** Options of a reply whose message nobody needs. */
export interface SilentReplyOptions extends ReplyOptions {
  readonly withResponse: false;
}
