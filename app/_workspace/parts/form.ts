/** A form (multipart/form-data) with one file and options as text. */
export function formOf(file: File, options: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  form.set('file', file);
  for (const [name, value] of Object.entries(options)) form.set(name, value);
  return form;
}
