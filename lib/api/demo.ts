/** What a newcomer needs to play all three roles of the demo; shown on the start page. */
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
  /** Pairs one tablet with the restaurant; a new one appears when it was used. */
  readonly pairingCode: string;
}
