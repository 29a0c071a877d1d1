import { standardAttributes } from './attributes.ts';
import {
  readTokenLifetimes,
  type TokenLifetimes,
  type UserPoolClientProperties,
} from './client-properties.ts';
import { invalidParameter } from './errors.ts';
import type { Attributes } from './users.ts';

/** An app client of the pool. */
export interface PoolClient {
  readonly id: string;
  readonly properties: UserPoolClientProperties;
  /** In seconds. */
  readonly lifetimes: TokenLifetimes;
  readonly hidesUnknownUsers: boolean;
  readonly rotatesRefreshTokens: boolean;
  /** @throws InvalidParameterException unless the client's `ExplicitAuthFlows` allow the flow */
  requireFlow(flow: 'USER_SRP_AUTH' | 'USER_PASSWORD_AUTH' | 'REFRESH_TOKEN_AUTH'): void;
  selectReadable(attributes: Attributes): Attributes;
  mayWrite(attributeName: string): boolean;
}

/** Interprets a client's properties. */
export function createPoolClient(id: string, properties: UserPoolClientProperties): PoolClient {
  const rotatesRefreshTokens = properties.RefreshTokenRotation.Feature === 'ENABLED';
  return {
    id,
    properties,
    lifetimes: readTokenLifetimes(properties),
    hidesUnknownUsers: properties.PreventUserExistenceErrors === 'ENABLED',
    rotatesRefreshTokens,
    requireFlow: (flow) => {
      // REFRESH_TOKEN_AUTH cannot return the next token (developer guide, "Refresh token rotation").
      const excluded = flow === 'REFRESH_TOKEN_AUTH' && rotatesRefreshTokens;
      if (excluded || !properties.ExplicitAuthFlows.includes(`ALLOW_${flow}`))
        throw invalidParameter(`${flow} flow not enabled for this client`);
    },
    selectReadable: (attributes) => {
      const readable = properties.ReadAttributes;
      if (!readable) return attributes;
      return Object.fromEntries(Object.entries(attributes).filter(([name]) => readable.includes(name)));
    },
    // Only Cognito decides whether an address is verified, never the user.
    mayWrite: (attributeName) =>
      !attributeName.endsWith('_verified') &&
      (properties.WriteAttributes ?? standardAttributes).includes(attributeName),
  };
}
