import classes from './definition-list.module.css';

interface Entry {
  readonly key?: string;
  readonly term: string;
  readonly value: string;
}

/** A definition list: terms and values. */
export function DefinitionList({ entries }: { entries: readonly Entry[] }) {
  return (
    <dl className={classes['list']}>
      {entries.map(({ key, term, value }) => (
        <div key={key ?? term} className={classes['entry']}>
          <dt className={classes['term']}>{term}</dt>
          <dd className={classes['value']}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
