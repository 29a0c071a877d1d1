/** Text that already is HTML. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Value = string | number | Html | undefined | readonly Value[];

/** HTML with every value escaped unless it is HTML itself; lists are joined, undefined is empty. */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Html {
  return new Html(
    parts.map((part, index) => part + (index < values.length ? render(values[index]) : '')).join(''),
  );
}

function render(value: Value): string {
  if (value === undefined) return '';
  if (value instanceof Html) return value.text;
  if (typeof value === 'object') return value.map(render).join('');
  return String(value).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** An HTML table; a note when it has no rows. */
export function table(headings: readonly string[], rows: readonly (readonly Value[])[]): Html {
  if (rows.length === 0) return html`<p class="empty">Nothing yet.</p>`;
  return html`<table>
    <thead>
      <tr>
        ${headings.map((heading) => html`<th>${heading}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (row) =>
          html`<tr>
            ${row.map((cell) => html`<td>${cell}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

/** A JSON value, formatted for reading. */
export function json(value: unknown): Html {
  return html`<pre>${JSON.stringify(value, undefined, 2)}</pre>`;
}

export function link(path: string, text: string): Html {
  return html`<a href="${path}">${text}</a>`;
}

export function page(title: string, content: Html): Html {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} – local stack</title>
        <style>
          ${new Html(stylesheet)}
        </style>
      </head>
      <body>
        <nav>${link('/_local', 'Local stack')}</nav>
        <h1>${title}</h1>
        ${content}
      </body>
    </html>`;
}

const stylesheet = `
  :root { color-scheme: light dark; }
  body { font: 15px/1.5 system-ui, sans-serif; max-width: 72rem; margin: 2rem auto; padding: 0 1rem; }
  table { border-collapse: collapse; width: 100%; }
  th, td { text-align: left; vertical-align: top; padding: 0.3rem 0.8rem 0.3rem 0; border-bottom: 1px solid #8884; }
  pre { white-space: pre-wrap; overflow-wrap: anywhere; margin: 0; font-size: 13px; }
  iframe { width: 100%; height: 24rem; border: 1px solid #8884; background: white; }
  .empty { opacity: 0.7; }
`;
