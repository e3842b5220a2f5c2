import { useSearchParams } from 'react-router';
import { useWords } from '../../language/language-context.js';
import { CheckField } from '../../parts/check-field.js';
import { Disclosure } from '../../parts/disclosure.js';
import { ROW_COLUMNS, type RowColumn } from './row-columns.js';

/** Which columns the table has. The choice stands in the address, so that a link shows the same table. */
export function ColumnChoice({ chosen }: { chosen: readonly RowColumn[] }) {
  const words = useWords();
  const [params, setParams] = useSearchParams();
  const choose = (column: RowColumn, isChosen: boolean): void => {
    const next = new URLSearchParams(params);
    const columns = ROW_COLUMNS.filter((each) => (each === column ? isChosen : chosen.includes(each)));
    next.set('columns', columns.join(','));
    setParams(next, { replace: true, preventScrollReset: true });
  };
  return (
    <Disclosure title={words.datasets.chooseColumns}>
      <div className="column-choice">
        {ROW_COLUMNS.map((column) => (
          <CheckField
            key={column}
            label={words.datasets.columns[column]}
            isChecked={chosen.includes(column)}
            onChecked={(isChecked) => {
              choose(column, isChecked);
            }}
          />
        ))}
      </div>
    </Disclosure>
  );
}
