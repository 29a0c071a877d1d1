import { CabinetError } from '../../shared/errors.ts';
import { endOfDay, type MoscowDay } from '../../shared/time/moscow-day.ts';
import { invitationSeconds, type InvitationRecord } from './invitation-record.ts';

const minute = 60_000;
const hour = 60 * minute;

/**
 * Between two mails to one address, in milliseconds. Every mail makes the password of the one before worthless: whoever
 * waits for a slow mail would get two, of which the first opens nothing.
 */
const pause = 10 * minute;

/** Mails to one address within 24 hours: whom five do not reach has another trouble than a lost mail. */
const maxPerRecipient = 5;
const window = 24 * hour;

/**
 * Mails of one operator's invitations in a day of Moscow's: half of the fifty that Cognito's own sender takes for
 * everybody together, so that no operator keeps the others from inviting.
 */
const maxPerOperator = 25;

/** What was read of the mails before another one. */
interface MailsBefore {
  readonly known: InvitationRecord | undefined;
  /** Of the operator, on the day that it is. */
  readonly mail: { readonly day: MoscowDay; readonly before: number };
}

/**
 * What is kept of another mail to an address, before it is sent.
 *
 * @throws CabinetError `tooManyInvitations`
 */
export function anotherMail(
  email: string,
  { known, mail }: MailsBefore,
  now: Date,
): { invitation: InvitationRecord; mail: MailsBefore['mail'] } {
  const sent = withAnother(known?.sent ?? [], now);
  if (mail.before >= maxPerOperator)
    throw tooMany(endOfDay(mail.day).getTime() + 1, now, {
      ru: `За сегодня оператор отправил приглашений: ${maxPerOperator}, больше за день нельзя`,
      en: `The operator has sent ${maxPerOperator} invitations today, which is a day’s limit`,
    });
  const version = (known?.version ?? 0) + 1;
  const expiresAtSeconds = Math.floor(now.getTime() / 1000) + invitationSeconds;
  return { invitation: { schemaVersion: 1, email, ...known, version, sent, expiresAtSeconds }, mail };
}

/** What is kept where the mail that was counted last was not sent after all. The operator’s day still counts it. */
export function withoutMail(invitation: InvitationRecord): InvitationRecord {
  return { ...invitation, version: invitation.version + 1, sent: invitation.sent.slice(0, -1) };
}

/** Moments of the mails within the last day, with one more now. */
function withAnother(sent: readonly string[], now: Date): string[] {
  const recent = sent.filter((at) => Date.parse(at) > now.getTime() - window);
  const nextAfterPause = Date.parse(recent.at(-1) ?? '') + pause;
  if (nextAfterPause > now.getTime())
    throw tooMany(nextAfterPause, now, {
      ru: 'На этот адрес только что отправлено приглашение: письмо может идти несколько минут',
      en: 'An invitation has just been sent to this address: a mail can take some minutes',
    });
  const [oldest] = recent.slice(-maxPerRecipient);
  if (recent.length >= maxPerRecipient)
    throw tooMany(Date.parse(oldest ?? '') + window, now, {
      ru: `На этот адрес за сутки отправлено приглашений: ${maxPerRecipient}. Проверьте адрес`,
      en: `${maxPerRecipient} invitations were sent to this address within a day. Check the address`,
    });
  return [...recent, now.toISOString()];
}

function tooMany(until: number, now: Date, why: { readonly ru: string; readonly en: string }): CabinetError {
  const wait = until - now.getTime();
  const minutes = Math.ceil(wait / minute);
  const hours = Math.ceil(wait / hour);
  return new CabinetError('tooManyInvitations', {
    retryAfterSeconds: Math.ceil(wait / 1000),
    message: {
      ru: `${why.ru}. Повторить можно через ${minutes > 60 ? `${hours} ч` : `${minutes} мин`}`,
      en: `${why.en}. Try again in ${minutes > 60 ? `${hours} h` : `${minutes} min`}`,
    },
  });
}
