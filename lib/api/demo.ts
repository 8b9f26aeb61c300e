/** What a newcomer needs to play all roles of the demo; shown on the start page. */
export interface DemoGuide {
  readonly shoppers: readonly {
    readonly name: string;
    readonly phone: string;
    readonly password: string;
    readonly pin: string;
  }[];
  readonly staff: readonly {
    readonly name: string;
    readonly email: string;
    readonly password: string;
  }[];
  /** Whoever runs the platform. */
  readonly operator: { readonly name: string; readonly email: string; readonly password: string };
  /** Pairs one tablet with the restaurant; a new one appears when it was used. */
  readonly pairingCode: string;
}

/** GET /api/demo/messages → what would have been sent, the newest first; 404 where there is none. */
export interface Inbox {
  readonly messages: readonly {
    readonly id: string;
    /** E.164 */
    readonly to: string;
    readonly text: string;
    readonly at: string;
  }[];
}
