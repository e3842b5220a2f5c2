import { NothingHere } from './nothing-here.js';

export function NotFoundPage() {
  return (
    <div className="page page--narrow">
      <NothingHere />
    </div>
  );
}
