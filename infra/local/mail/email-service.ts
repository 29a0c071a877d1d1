import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import * as z from 'zod';
import { verifyHeaderSignature } from '../aws/sigv4.ts';
import { closeServer, listenLocally } from '../endpoint/local-server.ts';
import type { Access } from '../iam/access.ts';
import { sessionToken } from '../iam/access-keys.ts';
import type { Caller } from '../iam/caller.ts';
import type { StoredMail, Outbox } from './outbox.ts';

const partSchema = z.strictObject({ Data: z.string(), Charset: z.string().optional() });
const addressesSchema = z.array(z.string()).default([]);

/** `SendEmail` of SES v2 with a simple message, not with a raw or templated one. */
const sendEmailSchema = z.object({
  FromEmailAddress: z.string(),
  Destination: z.strictObject({
    ToAddresses: addressesSchema,
    CcAddresses: addressesSchema,
    BccAddresses: addressesSchema,
  }),
  Content: z.strictObject({
    Simple: z.object({
      Subject: partSchema,
      Body: z.strictObject({ Text: partSchema.optional(), Html: partSchema.optional() }),
    }),
  }),
});

export interface EmailServiceOptions {
  readonly outbox: Outbox;
  readonly access: Access;
  readonly region: string;
  readonly account: string;
  readonly onMail?: ((mail: StoredMail) => void) | undefined;
  readonly now?: (() => Date) | undefined;
}

/** SES v2, which stores mails in the outbox instead of sending them. */
export interface EmailService {
  /** Listens on 127.0.0.1; port 0 takes a free one. Resolves with the URL. */
  listen(port: number): Promise<string>;
  close(): Promise<void>;
}

type Answer = readonly [status: number, type: string | undefined, body: Readonly<Record<string, unknown>>];

export function createEmailService(options: EmailServiceOptions): EmailService {
  const server = createServer((request, response) => {
    void text(request)
      .then((body) => answer(options, request, body))
      .then(([status, type, body]) => {
        response.writeHead(status, {
          'content-type': 'application/json',
          ...(type === undefined ? {} : { 'x-amzn-errortype': type }),
        });
        response.end(JSON.stringify(body));
      })
      // The client disconnected.
      .catch(() => response.destroy());
  });
  return {
    listen: (port) => listenLocally(server, port),
    close: () => closeServer(server),
  };
}

async function answer(options: EmailServiceOptions, request: IncomingMessage, body: string): Promise<Answer> {
  const now = options.now?.() ?? new Date();
  const [rawPath = '/', query = ''] = (request.url ?? '/').split('?');
  const signed = { method: request.method ?? 'GET', rawPath, query, headers: request.headers };
  const bodyHash = createHash('sha256').update(body).digest('hex');
  const verification = await verifyHeaderSignature(signed, bodyHash, options.access.credentials, 'ses', now);
  if (!verification.ok) return fault(403, 'SignatureDoesNotMatch', `The signature is ${verification.code}.`);
  const caller = options.access.identify(verification.accessKeyId, sessionToken(request.headers));
  if (!caller)
    return fault(403, 'InvalidClientTokenId', 'The security token included in the request is invalid.');
  if (signed.method !== 'POST' || rawPath !== '/v2/email/outbound-emails')
    return fault(501, 'NotImplemented', `The local SES has no ${signed.method} ${rawPath}.`);
  return send(options, caller, parseJson(body), now);
}

function send(options: EmailServiceOptions, caller: Caller, input: unknown, now: Date): Answer {
  const { outbox, onMail, access, region, account } = options;
  const parsed = sendEmailSchema.safeParse(input);
  if (!parsed.success) return fault(400, 'BadRequestException', z.prettifyError(parsed.error));
  const { FromEmailAddress, Destination, Content } = parsed.data;
  // The identity of the sender, whose domain is what a carrier verifies with SES.
  const identity = FromEmailAddress.replace(/^.*@|>$/g, '');
  const resource = `arn:aws:ses:${region}:${account}:identity/${identity}`;
  const denial = access.check(caller, { action: 'ses:SendEmail', resource });
  if (denial) return fault(403, 'AccessDeniedException', denial.message);
  const { Subject, Body } = Content.Simple;
  const recipients = [...Destination.ToAddresses, ...Destination.CcAddresses, ...Destination.BccAddresses];
  const content = Body.Html ?? Body.Text;
  if (recipients.length === 0) return fault(400, 'BadRequestException', 'There is no recipient.');
  if (!content) return fault(400, 'BadRequestException', 'There is neither text nor HTML.');
  const mail = outbox.add({
    sentAt: now.toISOString(),
    service: 'ses',
    recipients,
    subject: Subject.Data,
    body: content.Data,
    isHtml: Body.Html !== undefined,
  });
  onMail?.(mail);
  return [200, undefined, { MessageId: `local-${mail.id}` }];
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function fault(status: number, type: string, message: string): Answer {
  return [status, type, { message }];
}
