import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ListEmailIdentitiesCommand, SendEmailCommand, SESv2Client } from '@aws-sdk/client-sesv2';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createEmailService, type EmailService } from '../../../mail/email-service.ts';
import { openOutbox, type Outbox } from '../../../mail/outbox.ts';
import { administratorAccess, testAccount } from '../../../testing/administrator.ts';

let directory: string;
let outbox: Outbox;
let service: EmailService;
let endpoint: string;

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'app-mail-'));
  outbox = openOutbox(directory);
  service = createEmailService({
    ...{ outbox, region: 'eu-central-1', account: testAccount },
    access: administratorAccess('local', 'local-secret'),
  });
  endpoint = await service.listen(0);
});

afterEach(async () => {
  await service.close();
  outbox.close();
  rmSync(directory, { recursive: true });
});

const client = (secretAccessKey = 'local-secret') =>
  new SESv2Client({
    endpoint,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'local', secretAccessKey },
    maxAttempts: 1,
  });

const mail = (body: { Text?: { Data: string }; Html?: { Data: string } }, to = ['duty@operator.example']) =>
  new SendEmailCommand({
    FromEmailAddress: 'app@example.com',
    Destination: { ToAddresses: to, BccAddresses: [] },
    Content: { Simple: { Subject: { Data: 'Заявка принята' }, Body: body } },
  });

test('sent mails are in the outbox, newest first', async () => {
  const first = await client().send(mail({ Text: { Data: 'Первое' } }));
  await client().send(
    mail({ Text: { Data: 'plain' }, Html: { Data: '<p>Второе</p>' } }, ['a@x.ru', 'b@x.ru']),
  );
  expect(first.MessageId).toBe('local-1');
  expect(outbox.list(10)).toMatchObject([
    { service: 'ses', recipients: ['a@x.ru', 'b@x.ru'], body: '<p>Второе</p>', isHtml: true },
    { recipients: ['duty@operator.example'], subject: 'Заявка принята', body: 'Первое', isHtml: false },
  ]);
});

test('the outbox survives a restart', async () => {
  await client().send(mail({ Text: { Data: 'kept' } }));
  outbox.close();
  outbox = openOutbox(directory);
  expect(outbox.list(10)).toMatchObject([{ body: 'kept' }]);
});

test('a wrong secret is refused', async () => {
  await expect(client('guessed').send(mail({ Text: { Data: 'x' } }))).rejects.toMatchObject({
    name: 'SignatureDoesNotMatch',
    $metadata: { httpStatusCode: 403 },
  });
  expect(outbox.list(10)).toEqual([]);
});

test('a mail without a recipient or a body is refused', async () => {
  await expect(client().send(mail({ Text: { Data: 'x' } }, []))).rejects.toMatchObject({
    name: 'BadRequestException',
  });
  await expect(client().send(mail({}))).rejects.toMatchObject({ name: 'BadRequestException' });
});

test('a raw message is refused', async () => {
  const raw = new SendEmailCommand({
    FromEmailAddress: 'app@example.com',
    Destination: { ToAddresses: ['a@x.ru'] },
    Content: { Raw: { Data: new TextEncoder().encode('Subject: x') } },
  });
  await expect(client().send(raw)).rejects.toMatchObject({ name: 'BadRequestException' });
});

test('any other operation is refused as not implemented', async () => {
  await expect(client().send(new ListEmailIdentitiesCommand({}))).rejects.toMatchObject({
    name: 'NotImplemented',
    $metadata: { httpStatusCode: 501 },
  });
});
