export { code, emphasis, type Inline, link, type Marked, plain, strong } from './inline.ts';
export type {
  Action,
  Block,
  Drawing,
  Field,
  Form,
  Message,
  Reply,
  Source,
  Table,
  Visibility,
} from './reply.ts';
