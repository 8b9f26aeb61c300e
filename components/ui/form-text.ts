/**
 * @requires a field that is no file input.
 * @returns what was typed into the form's field of this name; empty when there is none.
 */
export function formText(form: HTMLFormElement, name: string): string {
  const value = new FormData(form).get(name);
  return typeof value === 'string' ? value : '';
}
