import type { Access } from '../iam/access.ts';
import type { UserPoolClientProperties } from './client-properties.ts';
import type { UserPoolProperties } from './pool-properties.ts';

/** An e-mail that Cognito would have sent. */
export interface CognitoMessage {
  readonly destination: string;
  /** `invitation` or `passwordReset`. */
  readonly kind: string;
  readonly body: string;
  /** ISO 8601. */
  readonly at: string;
}

/** A group that the template declares. */
interface DeclaredGroup {
  readonly name: string;
  readonly description?: string | undefined;
  readonly precedence?: number | undefined;
}

/** Settings of the local Cognito. */
export interface CognitoSettings {
  /** Directory of the pool's files; created when missing, locked while it runs. */
  readonly directory: string;
  /** On 127.0.0.1; 0 for any free port. */
  readonly port: number;
  readonly pool: {
    readonly id: string;
    readonly arn: string;
    readonly region: string;
    readonly properties: UserPoolProperties;
  };
  readonly clients: readonly { readonly id: string; readonly properties: UserPoolClientProperties }[];
  readonly groups: readonly DeclaredGroup[];
  /** Who may call the signed operations. */
  readonly access: Access;
  readonly clock?: (() => Date) | undefined;
  /** Called after the message's cause is stored. */
  onMessage(message: CognitoMessage): void;
  /** Invokes a Lambda function with an event and resolves with its response. */
  invokeTrigger?(kind: 'preTokenGeneration', functionArn: string, event: unknown): Promise<unknown>;
}
