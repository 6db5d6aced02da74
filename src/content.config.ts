import { glob } from 'astro/loaders';
import { defineCollection } from 'astro:content';
import { contentDirectory } from './content/read-content.ts';
import { pageSchema } from './lib/document/schema.ts';

/** Pages in our own words. Documents are not a collection: they are parsed by our own reader. */
export const collections = {
  trang: defineCollection({
    loader: glob({ pattern: 'trang/*.mdx', base: contentDirectory() }),
    schema: pageSchema,
  }),
};
