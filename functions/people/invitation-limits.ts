import { CabinetError } from '../../shared/errors.ts';
import { endOfDay, type MoscowDay } from '../../shared/time/moscow-day.ts';
import { invitationSeconds, type InvitationRecord } from './invitation-record.ts';

const minute = 60_000;
const hour = 60 * minute;

/**
 * Pause between two mails to one address, in milliseconds. Every mail invalidates the previous password: if a slow mail
 * was repeated too soon, two would arrive, and the first password would not work.
 */
const pause = 10 * minute;

/** Mails to one address within 24 hours: if five do not arrive, the problem is another one than a lost mail. */
const maxPerRecipient = 5;
const window = 24 * hour;

/**
 * Invitation mails of one operator in a Moscow day: half of Cognito's default quota of fifty for the whole user pool,
 * so that no operator can block the invitations of others.
 */
const maxPerOperator = 25;

/** Mails counted so far. */
interface MailCounts {
  readonly known: InvitationRecord | undefined;
  /** Mails of the operator today. */
  readonly mail: { readonly day: MoscowDay; readonly before: number };
}

/**
 * Counts one more mail to an address; to be saved before it is sent.
 *
 * @throws CabinetError `tooManyInvitations`
 */
export function countMail(
  email: string,
  { known, mail }: MailCounts,
  now: Date,
): { invitation: InvitationRecord; mail: MailCounts['mail'] } {
  const sent = appendMail(known?.sent ?? [], now);
  if (mail.before >= maxPerOperator)
    throw tooMany(endOfDay(mail.day).getTime() + 1, now, {
      ru: `Сегодня оператор отправил приглашений: ${maxPerOperator}, это дневной предел`,
      en: `The operator has sent ${maxPerOperator} invitations today, which is the daily limit`,
    });
  const version = (known?.version ?? 0) + 1;
  const expiresAtSeconds = Math.floor(now.getTime() / 1000) + invitationSeconds;
  return { invitation: { schemaVersion: 1, email, ...known, version, sent, expiresAtSeconds }, mail };
}

/** Takes back the last mail of an address that was not sent. The operator’s daily count still includes it. */
export function uncountMail(invitation: InvitationRecord): InvitationRecord {
  return { ...invitation, version: invitation.version + 1, sent: invitation.sent.slice(0, -1) };
}

/** Times of the mails within the last day, with one more now. */
function appendMail(sent: readonly string[], now: Date): string[] {
  const recent = sent.filter((at) => Date.parse(at) > now.getTime() - window);
  const nextAfterPause = Date.parse(recent.at(-1) ?? '') + pause;
  if (nextAfterPause > now.getTime())
    throw tooMany(nextAfterPause, now, {
      ru: 'На этот адрес только что отправлено приглашение: письмо может идти несколько минут',
      en: 'An invitation has just been sent to this address; an e-mail can take a few minutes',
    });
  const [oldest] = recent.slice(-maxPerRecipient);
  if (recent.length >= maxPerRecipient)
    throw tooMany(Date.parse(oldest ?? '') + window, now, {
      ru: `На этот адрес за сутки отправлено приглашений: ${maxPerRecipient}. Проверьте адрес`,
      en: `${maxPerRecipient} invitations were sent to this address within 24 hours. Check the address`,
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
