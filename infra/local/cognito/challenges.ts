import * as z from 'zod';
import type { Database } from './database.ts';
import { notAuthorized } from './errors.ts';
import { createToken, hashToken } from './secrets.ts';
import { triggerSourceSchema } from './trigger-source.ts';

/** State of a sign-in between two steps. It is stored, so that a restart interrupts no sign-in. */
const challengeSchema = z.discriminatedUnion('name', [
  z.object({
    name: z.literal('PASSWORD_VERIFIER'),
    /** Absent for an unknown user, who also gets a challenge. */
    sub: z.string().optional(),
    username: z.string(),
    attemptName: z.string(),
    verifier: z.string(),
    clientPublicValue: z.string(),
    server: z.object({ privateValue: z.string(), publicValue: z.string() }),
  }),
  z.object({ name: z.literal('NEW_PASSWORD_REQUIRED'), sub: z.string() }),
  z.object({ name: z.literal('SOFTWARE_TOKEN_MFA'), sub: z.string(), source: triggerSourceSchema }),
  z.object({
    name: z.literal('MFA_SETUP'),
    sub: z.string(),
    source: triggerSourceSchema,
    secret: z.string().optional(),
    verified: z.boolean(),
  }),
]);

export type Challenge = z.output<typeof challengeSchema>;
type ChallengeName = Challenge['name'];
type ChallengeNamed<Name extends ChallengeName> = Extract<Challenge, { name: Name }>;

export interface Challenges {
  /** Returns the session, the only handle of the challenge. */
  open(challenge: Challenge, clientId: string, lifetimeMinutes: number): string;
  /** @throws NotAuthorizedException when the session is unknown, used, expired, or of another step or client */
  read<Name extends ChallengeName>(
    session: string,
    name: Name,
    clientId: string | undefined,
  ): StoredChallenge<Name>;
  /** A session can be used once. */
  close(session: string): void;
  /** Counts a wrong answer: the session allows a few. */
  recordFailure(session: string): void;
}

export interface StoredChallenge<Name extends ChallengeName> {
  readonly challenge: ChallengeNamed<Name>;
  readonly clientId: string;
}

const maxFailures = 5;
const row = z.object({ client_id: z.string(), challenge: z.string() });

/** The open challenges of a pool; `now` is in milliseconds. */
export function createChallenges(database: Database, now: () => number): Challenges {
  return {
    open: (challenge, clientId, lifetimeMinutes) => {
      const session = createToken(96);
      database.transaction(() => {
        database.run('DELETE FROM challenges WHERE expires_at < ?', now());
        database.run(
          'INSERT INTO challenges VALUES (?, ?, ?, 0, ?)',
          hashToken(session),
          clientId,
          JSON.stringify(challenge),
          now() + lifetimeMinutes * 60_000,
        );
      });
      return session;
    },
    read: (session, name, clientId) => {
      const stored = database.get(
        row,
        'SELECT client_id, challenge FROM challenges WHERE hash = ? AND expires_at >= ?',
        hashToken(session),
        now(),
      );
      const challenge = stored && challengeSchema.parse(JSON.parse(stored.challenge));
      if (!challenge || !isNamed(challenge, name) || stored.client_id !== (clientId ?? stored.client_id))
        throw notAuthorized('Invalid session for the user, session is expired.');
      return { challenge, clientId: stored.client_id };
    },
    close: (session) => {
      database.run('DELETE FROM challenges WHERE hash = ?', hashToken(session));
    },
    recordFailure: (session) => {
      const hash = hashToken(session);
      database.run('UPDATE challenges SET failures = failures + 1 WHERE hash = ?', hash);
      database.run('DELETE FROM challenges WHERE hash = ? AND failures >= ?', hash, maxFailures);
    },
  };
}

function isNamed<Name extends ChallengeName>(
  challenge: Challenge,
  name: Name,
): challenge is ChallengeNamed<Name> {
  return challenge.name === name;
}
