/** The texts of the workspace in English. */
export const en = {
  title: 'Alt-text workspace',
  sections: {
    label: 'Workspace',
    review: 'Review',
  },
  empty: {
    title: 'No images yet',
    text: 'Once images are here, this is where you read their alt texts one after the other, with the keyboard.',
  },
};
