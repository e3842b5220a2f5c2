import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { GraphqlContext } from '../context.js';
import { pageArgs, readPage } from '../page-args.js';
import type { PageArguments } from '../page-args.js';
import { DatasetFileConnection } from '../types/connections.js';
import { DatasetFileType } from '../types/dataset-file.type.js';
import { DatasetPicturesType } from '../types/dataset-pictures.type.js';
import { DatasetType } from '../types/dataset.type.js';
import { DatasetVectorsType } from '../types/dataset-vectors.type.js';
import { FacetsType } from '../types/facets.type.js';

const FilePageArgs = pageArgs(20);

@Resolver(() => DatasetType)
export class DatasetResolver {
  @Query(() => [DatasetType], { description: 'The datasets of which this registry holds rows.' })
  async datasets(@Ctx() { registry }: GraphqlContext): Promise<DatasetType[]> {
    const datasets = await registry.store.datasets.all();
    return datasets.map((dataset) => new DatasetType(dataset));
  }

  @Query(() => DatasetType, {
    nullable: true,
    description: 'One dataset. Null when there is none of this name.',
  })
  async dataset(
    @Ctx() { registry }: GraphqlContext,
    @Arg('slug', () => String, { description: 'Short name of the dataset.' }) slug: string,
  ): Promise<DatasetType | undefined> {
    const dataset = await registry.store.datasets.bySlug(slug);
    return dataset && new DatasetType(dataset);
  }

  @FieldResolver(() => [DatasetVectorsType], { description: 'The vectors that its rows have, by model.' })
  async vectors(
    @Root() { dataset }: DatasetType,
    @Ctx() { registry }: GraphqlContext,
  ): Promise<DatasetVectorsType[]> {
    const held = await registry.store.embeddings.ofDataset(dataset.id);
    return held.map((each) => new DatasetVectorsType(each));
  }

  @FieldResolver(() => FacetsType, {
    description:
      'Counts over all that it holds, hidden rows among them. Estimated from a sample where it is large.',
  })
  async facets(@Root() { dataset }: DatasetType, @Ctx() { loaders }: GraphqlContext): Promise<FacetsType> {
    return new FacetsType(await loaders.datasetFacets.load(dataset));
  }

  @FieldResolver(() => DatasetPicturesType, {
    description: 'How far its pictures were looked at, so that they can be found by how they look.',
  })
  async pictures(
    @Root() { dataset }: DatasetType,
    @Ctx() { loaders }: GraphqlContext,
  ): Promise<DatasetPicturesType> {
    return new DatasetPicturesType(await loaders.pictureCounts.load(dataset.id));
  }

  @FieldResolver(() => DatasetFileConnection, {
    description: 'The files that its rows came from, newest first.',
  })
  async files(
    @Root() { dataset }: DatasetType,
    @Ctx() { registry }: GraphqlContext,
    @Args(() => FilePageArgs) page: PageArguments,
  ): Promise<DatasetFileConnection> {
    const files = await registry.store.ingestions.page(dataset.id, readPage(page));
    return DatasetFileConnection.from(files, (file) => new DatasetFileType(file));
  }
}
