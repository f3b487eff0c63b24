/** What one reader found in the files of one template. */
interface Counts {
  expected: number;
  found: number;
  disordered: number;
}

/** Adds up counts and draws them as a table. */
export class Tally {
  private readonly rows = new Map<string, Map<string, Counts>>();

  add(row: string, column: string, { expected, found, disordered }: Counts): void {
    const cells = this.rows.get(row) ?? new Map<string, Counts>();
    this.rows.set(row, cells);
    const sum = cells.get(column) ?? { expected: 0, found: 0, disordered: 0 };
    cells.set(column, {
      expected: sum.expected + expected,
      found: sum.found + found,
      disordered: sum.disordered + disordered,
    });
  }

  /** Found of expected, and how many out of order. */
  table(): string {
    const columns = [...new Set([...this.rows.values()].flatMap((cells) => [...cells.keys()]))];
    const cell = (counts?: Counts) =>
      counts ? `${counts.found}/${counts.expected} (${counts.disordered})` : '';
    const lines = [['fields found/expected (out of order)', ...columns]];
    for (const [row, cells] of this.rows)
      lines.push([row, ...columns.map((column) => cell(cells.get(column)))]);
    const widths = lines[0]!.map((_, i) => Math.max(...lines.map((line) => line[i]!.length)));
    return lines
      .map((line) =>
        line
          .map((text, i) => text.padEnd(widths[i]!))
          .join('  ')
          .trimEnd(),
      )
      .join('\n');
  }
}
