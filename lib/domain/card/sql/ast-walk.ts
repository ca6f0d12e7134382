/** Every object inside a parsed statement, itself first; the parser's tree has no cycles and no more nodes than tokens, times a constant. */
export function astNodes(root: unknown): readonly object[] {
  const found: object[] = [];
  const stack: unknown[] = [root];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if (typeof next !== "object" || next === null) continue;
    found.push(next);
    const children: readonly unknown[] = Object.values(next);
    for (let at = children.length - 1; at >= 0; at -= 1) if (children[at] !== undefined) stack.push(children[at]);
  }
  return found;
}

/** The field `key` of `node`, of whatever type. */
export function fieldOf(node: unknown, key: string): unknown {
  return typeof node === "object" && node !== null && Object.hasOwn(node, key) ? Reflect.get(node, key) : undefined;
}

/** The text in field `key` of `node`; null where it is not a text. */
export function textField(node: unknown, key: string): string | null {
  const value = fieldOf(node, key);
  return typeof value === "string" ? value : null;
}

/** A text that is the same for expressions written alike, wherever they stand. */
export function shapeOf(node: unknown): string {
  return JSON.stringify([node], (key, value: unknown) => (key === "_location" ? undefined : value));
}
