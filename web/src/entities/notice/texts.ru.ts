/** Texts in Russian: kinds of notices. */
export const texts = {
  notice: {
    kind: {
      information: 'Информация',
      works: 'Плановые работы',
      important: 'Важно',
    },
  },
} as const;
