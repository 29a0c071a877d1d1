import {
  type $Command,
  CognitoIdentityProviderClient,
  type CognitoIdentityProviderClientResolvedConfig,
  LimitExceededException,
  ResourceNotFoundException,
  type ServiceInputTypes,
  type ServiceOutputTypes,
  TooManyRequestsException,
  UserNotFoundException,
} from '@aws-sdk/client-cognito-identity-provider';
import { CabinetError } from '../../errors.ts';

/** A command of the client with its input and output types. */
type Command<Input extends ServiceInputTypes, Output extends ServiceOutputTypes> = $Command<
  Input,
  Output,
  CognitoIdentityProviderClientResolvedConfig,
  ServiceInputTypes,
  ServiceOutputTypes
>;

/** One Cognito user pool: where its operations send their commands. */
export class CognitoPool {
  readonly id: string;
  readonly #client: Pick<CognitoIdentityProviderClient, 'send'>;

  constructor(client: Pick<CognitoIdentityProviderClient, 'send'>, id: string) {
    this.#client = client;
    this.id = id;
  }

  /** Command parameters for an account. */
  user(name: string): { readonly UserPoolId: string; readonly Username: string } {
    return { UserPoolId: this.id, Username: name };
  }

  /** Command parameters for a group. */
  group(name: string): { readonly UserPoolId: string; readonly GroupName: string } {
    return { UserPoolId: this.id, GroupName: name };
  }

  /** @throws CabinetError `unavailable` when the pool is too busy, and every other error of the pool as it is */
  async send<Input extends ServiceInputTypes, Output extends ServiceOutputTypes>(
    command: Command<Input, Output>,
  ): Promise<Output> {
    try {
      return await this.#client.send(command);
    } catch (error) {
      if (error instanceof TooManyRequestsException || error instanceof LimitExceededException)
        throw new CabinetError('unavailable', { cause: error });
      throw error;
    }
  }

  /** The same, undefined if the account or the group does not exist. */
  async sendIfPresent<Input extends ServiceInputTypes, Output extends ServiceOutputTypes>(
    command: Command<Input, Output>,
  ): Promise<Output | undefined> {
    try {
      return await this.send(command);
    } catch (error) {
      if (error instanceof UserNotFoundException || error instanceof ResourceNotFoundException)
        return undefined;
      throw error;
    }
  }
}

/** Timeout of a call in milliseconds, and the number of attempts. */
interface CallLimits {
  readonly attempts: number;
  readonly requestTimeout: number;
}

/** Cognito usually responds within a tenth of a second, and throttles. */
const defaultLimits: CallLimits = { attempts: 3, requestTimeout: 2000 };

/** Connects to Cognito with limits within which a call fails before its function times out. */
export function connectCognito(limits = defaultLimits): CognitoIdentityProviderClient {
  return new CognitoIdentityProviderClient({
    maxAttempts: limits.attempts,
    requestHandler: {
      connectionTimeout: 500,
      requestTimeout: limits.requestTimeout,
      throwOnRequestTimeout: true,
    },
  });
}
