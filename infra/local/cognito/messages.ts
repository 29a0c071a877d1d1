import type { Pool } from './pool.ts';
import type { User } from './users.ts';

/** Cognito's default texts, for templates without their own. */
const defaultInvitation = 'Your username is {username} and temporary password is {####}.';
const defaultResetText = 'Your password reset code is {####}';

/** Sends the temporary password to a new user, with the pool's invitation template. */
export function sendInvitation(pool: Pool, user: User, password: string): void {
  const template =
    pool.properties.AdminCreateUserConfig.InviteMessageTemplate?.EmailMessage ?? defaultInvitation;
  send(pool, user, 'invitation', template, password);
}

/** Sends the code for replacing a forgotten password. */
export function sendResetCode(pool: Pool, user: User, code: string): void {
  const template = pool.properties.VerificationMessageTemplate.EmailMessage ?? defaultResetText;
  send(pool, user, 'passwordReset', template, code);
}

/** Whether a code can reach the user at all. */
export function hasVerifiedEmail(user: User): boolean {
  return user.attributes['email'] !== undefined && user.attributes['email_verified'] === 'true';
}

/** The destination of a code, masked as the API returns it. */
export function describeDelivery(email: string): object {
  const [local = '', domain = ''] = email.split('@');
  return {
    CodeDeliveryDetails: {
      Destination: `${local.charAt(0)}***@${domain.charAt(0)}***`,
      DeliveryMedium: 'EMAIL',
      AttributeName: 'email',
    },
  };
}

function send(pool: Pool, user: User, kind: string, template: string, secret: string): void {
  const destination = user.attributes['email'];
  if (destination === undefined) return;
  const body = template.replaceAll('{username}', () => user.signInName).replaceAll('{####}', () => secret);
  pool.onMessage({ destination, kind, body, at: new Date(pool.now()).toISOString() });
}
