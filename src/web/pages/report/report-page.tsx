import { useSearchParams } from 'react-router';
import { useWords } from '../../language/language-context.js';
import { Answered } from '../../parts/answered.js';
import { Notice } from '../../parts/notice.js';
import { PageTitle } from '../../parts/page-title.js';
import { SkeletonLines } from '../../parts/skeleton.js';
import { useQuestion } from '../../server/use-question.js';
import { ReportQuery } from './operations.js';
import { ReportSheet } from './report-sheet.js';
import { SubjectsForm } from './subjects-form.js';
import './report.css';

/** How often names and places stand in the lists. Its address holds the question, so that a link asks it again. */
export function ReportPage() {
  const words = useWords();
  const [params] = useSearchParams();
  const subjects = params.getAll('subject');
  return (
    <div className="page stack stack--loose">
      <PageTitle tab={words.report.title}>{words.report.title}</PageTitle>
      <p className="lead report__lead">{words.report.lead}</p>
      <SubjectsForm key={subjects.join('\n')} initial={subjects} />
      {subjects.length > 0 && <Report subjects={subjects} />}
    </div>
  );
}

function Report({ subjects }: { subjects: readonly string[] }) {
  const words = useWords();
  const [state, again] = useQuestion({ query: ReportQuery, variables: { subjects: [...subjects] } });
  return (
    <Answered
      state={state}
      waiting={<SkeletonLines lines={6} />}
      onRetry={() => {
        again({ requestPolicy: 'network-only' });
      }}
    >
      {({ catalogueReport: report }) =>
        'lines' in report ? (
          <ReportSheet report={report} />
        ) : (
          <Notice tone="bad" role="alert">
            <p>{words.report.refused}</p>
          </Notice>
        )
      }
    </Answered>
  );
}
