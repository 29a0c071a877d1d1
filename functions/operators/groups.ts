/** The groups by which the user pool knows operators. Every call can be repeated. */
export interface OperatorGroups {
  /** Description of an operator's group; undefined where there is none. */
  readonly describe: (operatorId: string) => Promise<string | undefined>;
  /** Makes an operator's group where it is missing, and has it described like this. */
  readonly keep: (operatorId: string, description: string) => Promise<void>;
}
