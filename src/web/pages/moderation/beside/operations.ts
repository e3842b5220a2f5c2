import { graphql, type ResultOf } from '../../../../client/graphql.js';

export const Beside = graphql(`
  query Beside($of: ID!) {
    findings(of: $of) {
      claimId
      claimant
      works {
        id
        title
        width
        height
      }
      pictures {
        role
        method
        distance
        entry {
          id
          caption
          host
          width
          height
          isHidden
          isRated
          isReported
          thumbnailUrl(edge: 640)
          dataset {
            slug
            title
            release
          }
        }
      }
      earliest {
        releasedBy
        undated
        dataset {
          slug
          title
        }
      }
      names {
        captions
        hasOwnNames
        own
        others {
          name
          captions
        }
      }
      largest {
        own {
          width
          height
        }
        held {
          width
          height
        }
        heldBy {
          id
        }
      }
      holdsLargest
      agreeing {
        entries
        datasets
        ofWork
      }
    }
  }
`);

export type FoundSide = ResultOf<typeof Beside>['findings'][number];
export type FoundPicture = FoundSide['pictures'][number];
