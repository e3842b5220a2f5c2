import { StatementById } from './statement-by-id.js';
import { StatementDetail } from './statement-detail.js';

/** One answer of the record, and whether the log can prove it. */
export function StatementPage() {
  return (
    <div className="page page--narrow">
      <StatementById>{(id, statement) => <StatementDetail id={id} statement={statement} />}</StatementById>
    </div>
  );
}
