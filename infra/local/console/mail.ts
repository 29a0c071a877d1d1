import { html, page, type Html } from './html.ts';
import type { Sources } from './sources.ts';

/** One mail as its reader sees it; undefined when there is none with that number. */
export function showMail({ outbox }: Sources, id: string): Html | undefined {
  const mail = outbox.find(Number(id));
  if (!mail) return undefined;
  // Sandboxed: scripts in a mail must not run here.
  const body = mail.isHtml
    ? html`<iframe sandbox srcdoc="${mail.body}"></iframe>`
    : html`<pre>${mail.body}</pre>`;
  return page(
    mail.subject,
    html`<p>To ${mail.recipients.join(', ')}, ${mail.sentAt}, by ${mail.service}</p>
      ${body}`,
  );
}
