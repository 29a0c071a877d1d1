/** Texts in Russian: names of the carrier’s people. */
export const texts = {
  person: {
    nobody: 'никто',
    me: 'вы',
    colleague: 'другой сотрудник',
    automatically: 'автоматически',
    unnamed: 'сотрудник {{id}}',
  },
} as const;
