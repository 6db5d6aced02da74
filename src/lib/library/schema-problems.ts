import type { z } from 'astro/zod';
import { nearest } from '../text/nearest.ts';
import type { Problem } from '../validation/problem.ts';
import type { FieldPath, FrontMatter } from './front-matter.ts';

/** A finding of the schema may carry the id of its problem as its message. */
const PROBLEM_ID = /^[a-z]+(?:-[a-z]+)+$/;

/**
 * Check front matter against its schema.
 *
 * @param path Of the file, below the content folder.
 * @returns The typed data, or null together with a problem for every finding of the schema.
 */
export function checkSchema<Schema extends z.ZodType>(
  schema: Schema,
  path: string,
  front: FrontMatter,
): { data: z.infer<Schema> | null; problems: Problem[] } {
  const result = schema.safeParse(front.data);
  if (result.success) return { data: result.data, problems: [] };
  const problems = result.error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => unknownField(schema, path, front, [...issue.path, key]))
      : [wrongValue(path, front, issue)],
  );
  return { data: null, problems };
}

function unknownField(
  schema: z.ZodType,
  path: string,
  front: FrontMatter,
  field: FieldPath,
): Problem {
  const name = String(field.at(-1));
  const known = fieldNames(schema, field.slice(0, -1));
  return {
    id: 'field-unknown',
    severity: 'error',
    path,
    ...front.locateKey(field),
    values: {
      field: joinPath(field),
      nearest: nearest(name, known).join(', '),
      known: known.join(', '),
    },
  };
}

function wrongValue(path: string, front: FrontMatter, issue: z.core.$ZodIssue): Problem {
  const value = valueAt(front.data, issue.path);
  const { id, values } = judgeValue(issue, value);
  return {
    id,
    severity: 'error',
    path,
    ...front.locate(issue.path),
    values: { field: joinPath(issue.path), value: describe(value), ...values },
  };
}

function judgeValue(
  issue: z.core.$ZodIssue,
  value: unknown,
): { id: string; values: Record<string, string> } {
  if (value === undefined) return { id: 'field-missing', values: {} };
  const known = knownValues(issue);
  if (known.length > 0) {
    const near = nearest(describe(value), known).join(', ');
    return { id: 'field-value-unknown', values: { known: known.join(', '), nearest: near } };
  }
  if (PROBLEM_ID.test(issue.message)) return { id: issue.message, values: {} };
  if (issue.code === 'invalid_type') {
    return { id: 'field-type', values: { expected: issue.expected } };
  }
  if (issue.code === 'invalid_union') {
    return { id: 'field-type', values: { expected: expectedTypes(issue).join('-or-') } };
  }
  if (issue.code === 'too_small' && issue.origin !== 'number' && issue.origin !== 'int') {
    return { id: 'field-empty', values: {} };
  }
  if (issue.code === 'too_small') {
    return { id: 'field-range', values: { limit: `≥ ${String(issue.minimum)}` } };
  }
  if (issue.code === 'too_big') {
    return { id: 'field-range', values: { limit: `≤ ${String(issue.maximum)}` } };
  }
  return { id: 'field-invalid', values: { reason: issue.message } };
}

/** Values that an enumeration, or a choice of literals, would have taken. */
function knownValues(issue: z.core.$ZodIssue): string[] {
  if (issue.code === 'invalid_value') return issue.values.map(String);
  if (issue.code !== 'invalid_union') return [];
  return issue.errors.flatMap((option) => option.flatMap(knownValues));
}

function expectedTypes(issue: z.core.$ZodIssueInvalidUnion): string[] {
  const types = issue.errors.flatMap((option) =>
    option.flatMap((inner) => (inner.code === 'invalid_type' ? [inner.expected] : [])),
  );
  return [...new Set<string>(types)];
}

/** Names of the fields that the schema knows at a path; of several shapes, all of them. */
function fieldNames(schema: z.core.$ZodType, path: FieldPath): string[] {
  const { def } = (schema as z.ZodType)._zod;
  switch (def.type) {
    case 'default':
    case 'optional':
    case 'nullable':
      return fieldNames((def as z.core.$ZodDefaultDef).innerType, path);
    case 'array':
      return fieldNames((def as z.core.$ZodArrayDef).element, path.slice(1));
    case 'object': {
      const { shape } = def as z.core.$ZodObjectDef;
      const [step] = path;
      if (step === undefined) return Object.keys(shape);
      const inner = shape[String(step)];
      return inner ? fieldNames(inner, path.slice(1)) : [];
    }
    default:
      return [];
  }
}

function joinPath(path: FieldPath): string {
  return path.map(String).join('.');
}

function valueAt(data: unknown, path: FieldPath): unknown {
  let value = data;
  for (const step of path) value = (value as Record<PropertyKey, unknown> | undefined)?.[step];
  return value;
}

function describe(value: unknown): string {
  if (value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
