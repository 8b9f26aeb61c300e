/** What a person reads when something did not go as wished. */
export interface Words {
  readonly title: string;
  /** What to do now; every trouble has a way on. */
  readonly body: string;
}
