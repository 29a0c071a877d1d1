/** Texts in Russian: what the carrier’s people are called. */
export const texts = {
  person: {
    nobody: 'никто',
    me: 'вы',
    colleague: 'другой сотрудник',
    automatically: 'автоматически',
    unnamed: 'сотрудник {{id}}',
  },
} as const;
