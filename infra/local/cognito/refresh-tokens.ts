import * as z from 'zod';
import { CognitoError, notImplemented } from './errors.ts';
import { defineOperation, type Operations } from './operation.ts';
import type { Pool } from './pool.ts';
import { clientMetadata } from './requests.ts';
import { refresh } from './tokens.ts';

/** `GetTokensFromRefreshToken` and `RevokeToken`. */
export function defineRefreshTokenOperations(pool: Pool): Operations {
  return {
    GetTokensFromRefreshToken: defineOperation(
      z.object({
        ClientId: z.string(),
        RefreshToken: z.string().min(1),
        ClientSecret: z.string().optional(),
        ClientMetadata: clientMetadata,
      }),
      async ({ ClientId, RefreshToken, ClientSecret, ClientMetadata }) => {
        if (ClientSecret !== undefined) throw notImplemented('ClientSecret');
        const client = pool.requireClient(ClientId);
        return { AuthenticationResult: await refresh(pool, client, RefreshToken, ClientMetadata) };
      },
    ),
    RevokeToken: defineOperation(
      z.object({ ClientId: z.string(), Token: z.string().min(1) }),
      ({ ClientId, Token }) => {
        const client = pool.requireClient(ClientId);
        if (!client.properties.EnableTokenRevocation)
          throw new CognitoError(
            'UnsupportedOperationException',
            'Token revocation is not enabled for the client.',
          );
        if (pool.signingKey.read(Token) !== undefined)
          throw new CognitoError('UnsupportedTokenTypeException', 'Only refresh tokens can be revoked.');
        const stored = pool.signIns.findRefreshToken(Token);
        // An unknown token cannot be used either, so this is success (RFC 7009 §2.2).
        if (!stored) return {};
        if (stored.signIn.clientId !== client.id)
          throw new CognitoError('UnauthorizedException', 'The token was issued to another client.');
        pool.signIns.revoke(stored.signIn.origin);
        return {};
      },
    ),
  };
}
