/** `Mina Larsen` → `Mina L.`; `李小龙` → `李••`: what a terminal or a tablet may show. */
export function maskName(name: string): string {
  const [first = '', ...rest] = name.trim().split(/\s+/);
  const last = rest.at(-1);
  if (last) return `${first} ${[...last][0]}.`;
  const letters = [...first];
  return letters.length <= 3 ? `${letters[0] ?? ''}••` : first;
}
