import { Args, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { countRecoveryCodes } from '../../app/accounts/count-recovery-codes.js';
import { accountAnswers } from '../../app/consent/account-answers.js';
import { listApiKeys } from '../../app/accounts/list-api-keys.js';
import { secondFactorSince } from '../../app/accounts/second-factor/second-factor-since.js';
import { listSessions } from '../../app/accounts/list-sessions.js';
import { listClaims } from '../../app/claims/list-claims.js';
import { listStatements } from '../../app/consent/list-statements.js';
import type { GraphqlContext } from '../context.js';
import { pageArgs, readPage } from '../page-args.js';
import type { PageArguments } from '../page-args.js';
import { DateTimeScalar } from '../scalars.js';
import { AccountType } from '../types/account.type.js';
import { ApiKeyType } from '../types/api-key.type.js';
import { ClaimType } from '../types/claim.type.js';
import {
  ClaimConnection,
  CollectionConnection,
  StatementConnection,
  WorkConnection,
} from '../types/connections.js';
import { ReceiptsSinceNoType } from '../types/receipts-since-no.type.js';
import { SessionType } from '../types/session.type.js';
import { StatementType } from '../types/statement.type.js';
import { CollectionType } from '../types/collection.type.js';
import { WorkType } from '../types/work.type.js';

const PageArgs = pageArgs(20);

@Resolver(() => AccountType)
export class AccountResolver {
  @FieldResolver(() => ClaimConnection, { description: 'Every claim the account made, the newest first.' })
  async claims(
    @Root() { account }: AccountType,
    @Ctx() { registry }: GraphqlContext,
    @Args(() => PageArgs) page: PageArguments,
  ): Promise<ClaimConnection> {
    const claims = await listClaims(registry, account.id, readPage(page));
    return ClaimConnection.from(claims, (claim) => new ClaimType(claim));
  }

  @FieldResolver(() => StatementConnection, {
    description: 'Every statement the account made, the newest first.',
  })
  async statements(
    @Root() { account }: AccountType,
    @Ctx() { registry }: GraphqlContext,
    @Args(() => PageArgs) page: PageArguments,
  ): Promise<StatementConnection> {
    const statements = await listStatements(registry, account.id, readPage(page));
    return StatementConnection.from(statements, (view) => new StatementType(view));
  }

  @FieldResolver(() => WorkConnection, {
    description: 'The works that the account has registered and not given up, the newest first.',
  })
  async works(
    @Root() { account }: AccountType,
    @Ctx() { registry }: GraphqlContext,
    @Args(() => PageArgs) page: PageArguments,
  ): Promise<WorkConnection> {
    const works = await registry.store.works.ofAccount(account.id, readPage(page));
    return WorkConnection.from(works, (work) => new WorkType(work));
  }

  @FieldResolver(() => CollectionConnection, {
    description: 'The collections into which it sorts its works, the newest first.',
  })
  async collections(
    @Root() { account }: AccountType,
    @Ctx() { registry }: GraphqlContext,
    @Args(() => PageArgs) page: PageArguments,
  ): Promise<CollectionConnection> {
    const collections = await registry.store.collections.ofAccount(account.id, readPage(page));
    return CollectionConnection.from(collections, (collection) => new CollectionType(collection));
  }

  @FieldResolver(() => [StatementType], {
    description:
      'What it says about all that is its own, and has not replaced or withdrawn: at most one for each use.',
  })
  async answersForAll(
    @Root() { account }: AccountType,
    @Ctx() { registry }: GraphqlContext,
  ): Promise<StatementType[]> {
    const answers = await accountAnswers(registry, account);
    return answers.map((view) => new StatementType(view));
  }

  @FieldResolver(() => Int, {
    description: 'How many addresses at which its works were found it was not shown yet.',
  })
  newMatches(@Root() { account }: AccountType, @Ctx() { registry }: GraphqlContext): Promise<number> {
    return registry.store.works.countUnseen(account.id);
  }

  @FieldResolver(() => [ApiKeyType], {
    description: 'Its API keys, also those that have ended, the newest first.',
  })
  async apiKeys(@Ctx() { registry, caller }: GraphqlContext): Promise<ApiKeyType[]> {
    const keys = await listApiKeys(registry, caller.signedIn);
    return keys.map((key) => new ApiKeyType(key));
  }

  @FieldResolver(() => [SessionType], { description: 'Where it is signed in, last used first.' })
  async sessions(@Ctx() { registry, caller }: GraphqlContext): Promise<SessionType[]> {
    const sessions = await listSessions(registry, caller.signedIn);
    return sessions.map((session) => new SessionType(session));
  }

  @FieldResolver(() => Int, { description: 'How many recovery codes are left.' })
  recoveryCodesLeft(@Ctx() { registry, caller }: GraphqlContext): Promise<number> {
    return countRecoveryCodes(registry, caller.signedIn);
  }

  @FieldResolver(() => ReceiptsSinceNoType, {
    nullable: true,
    description: 'What builders had dated since its first no that still stands. Null while there is none.',
  })
  async receiptsSinceNo(
    @Root() { account }: AccountType,
    @Ctx() { registry }: GraphqlContext,
  ): Promise<ReceiptsSinceNoType | undefined> {
    const counted = await registry.store.figures.receiptsSinceNo(account.id);
    return counted && new ReceiptsSinceNoType(counted);
  }

  @FieldResolver(() => DateTimeScalar, {
    nullable: true,
    description: 'Since when a code of an authenticator app is asked for at every sign-in. Null: it is not.',
  })
  async secondFactorSince(@Ctx() { registry, caller }: GraphqlContext): Promise<Date | undefined> {
    return secondFactorSince(registry, caller.signedIn);
  }
}

@Resolver(() => SessionType)
export class SessionResolver {
  @FieldResolver(() => Boolean, { description: 'Whether it is the one that asks.' })
  isCurrent(@Root() { session }: SessionType, @Ctx() { caller }: GraphqlContext): boolean {
    return session.id === caller.signedIn.sessionId;
  }
}
