/** A node of the page's data as Taro sends it by setData: short names are Taro's own aliases. */
export interface TaroNode {
  /** Id given in the source; absent when none was given. */
  readonly uid?: string;
  readonly sid?: string;
  readonly cl?: string;
  /** Text of a text node. */
  readonly v?: string;
  readonly cn?: readonly TaroNode[];
  readonly [attribute: string]: unknown;
}

export function walk(node: TaroNode | undefined, visit: (node: TaroNode) => void): void {
  if (node === undefined || node === null) return;
  visit(node);
  for (const child of node.cn ?? []) walk(child, visit);
}

export function textOf(node: TaroNode | undefined): string {
  let text = '';
  walk(node, (each) => {
    if (each.v !== undefined && !each.cn?.length) text += each.v;
  });
  return text;
}

/** Elements of a tree; a bare text inside one is none. */
export function countElements(root: TaroNode | undefined): number {
  return findAll(root, (node) => node.v === undefined).length;
}

/** The deepest first node that fits. */
export function findNode(root: TaroNode | undefined, fits: (node: TaroNode) => boolean): TaroNode | null {
  let found: TaroNode | null = null;
  walk(root, (each) => {
    if (found === null && fits(each)) found = each;
  });
  return found;
}

export function findAll(root: TaroNode | undefined, fits: (node: TaroNode) => boolean): TaroNode[] {
  const found: TaroNode[] = [];
  walk(root, (each) => {
    if (fits(each)) found.push(each);
  });
  return found;
}

/** Applies one setData key such as `root.cn.[0].cl` the way the platform does. */
export function setAtPath(data: Record<string, unknown>, key: string, value: unknown): void {
  const names = key.replace(/\.?\[(\d+)\]/g, '.$1').split('.');
  let place = data;
  names.slice(0, -1).forEach((name, index) => {
    const next = place[name];
    if (next === null || typeof next !== 'object')
      place[name] = /^\d+$/.test(names[index + 1] ?? '') ? [] : {};
    place = place[name] as Record<string, unknown>;
  });
  place[names.at(-1) ?? ''] = value;
}
