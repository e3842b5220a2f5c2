import { Link } from 'react-router';
import { useLanguage } from '../../language/language-context.js';
import { ForeignText, isVisible } from '../../parts/foreign-text.js';
import { TableFrame } from '../../parts/table-frame.js';
import './row-table.css';
import { cellOf, type DatasetRow, type RowColumn } from './row-columns.js';

interface RowTableProps {
  rows: readonly DatasetRow[];
  columns: readonly RowColumn[];
}

/** Captions with what else is known of each row. On a narrow screen the table is moved sideways, the captions stay. */
export function RowTable({ rows, columns }: RowTableProps) {
  const { words, formats } = useLanguage();
  return (
    <div className="row-table">
      <TableFrame label={words.datasets.rows}>
        <thead>
          <tr>
            <th scope="col">{words.datasets.caption}</th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {words.datasets.columns[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <Link to={`/entries/${encodeURIComponent(row.id)}`}>
                  <ForeignText
                    text={isVisible(row.caption) ? row.caption : words.entry.noCaption}
                    longest={200}
                  />
                </Link>
              </th>
              {columns.map((column) => (
                <td key={column}>{cellOf(column, row, formats) ?? <span className="soft">–</span>}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </TableFrame>
    </div>
  );
}
