import { Link } from 'react-router';
import { ForeignText } from '../parts/foreign-text.js';

interface OrganisationLinkProps {
  organisation: { readonly id: string; readonly name: string };
}

/** The name of an organisation that speaks for its members, and the way to what is known of it. */
export function OrganisationLink({ organisation: { id, name } }: OrganisationLinkProps) {
  return (
    <Link to={`/organisations/${id}`}>
      <ForeignText text={name} longest={120} />
    </Link>
  );
}
