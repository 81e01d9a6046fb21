import { countAlike, listAlike, type PaddingKind, paddingKinds } from './axis-solver.ts';
import { combine } from './combinations.ts';
import { nearestOutputs } from './nearest.ts';
import { type AxisSetting, compareSettings } from './order.ts';
import type { Setting, Solutions, SolveQuestion } from './question.ts';
import { farthest } from './search.ts';

/** As many settings as are listed. */
const mostListed = 50;

/**
 * The windows, strides and paddings that turn the given lengths into the wanted ones, simplest first. Windows and
 * strides run up to the input's length, unless decided. Time grows with that length: a million takes tens of
 * milliseconds.
 */
export function solve(question: SolveQuestion): Solutions {
  const kinds = question.axes.every((axis) => axis.output >= 1) ? paddingKinds(question) : [];
  const square = sum(kinds.map((kind) => countAlike(question, question.axes, kind)));
  const total = question.axes.length === 1 ? square : sum(kinds.map((kind) => countAll(question, kind)));
  return {
    settings: total === 0 ? [] : listSettings(question, kinds),
    total: total > Number.MAX_SAFE_INTEGER ? null : total,
    square,
    nearest: total === 0 ? question.axes.map((axis) => nearestOutputs(question, axis)) : null,
    searched: question.axes.map((axis) => Math.min(axis.input, farthest)),
  };
}

function countAll(question: SolveQuestion, kind: PaddingKind): number {
  return question.axes.reduce((product, axis) => product * countAlike(question, [axis], kind), 1);
}

function listSettings(question: SolveQuestion, kinds: readonly PaddingKind[]): readonly Setting[] {
  const { axes } = question;
  const alike = kinds
    .flatMap((kind) => listAlike(question, axes, kind, mostListed))
    .sort(compareSettings)
    .slice(0, mostListed)
    .map((setting) => toSetting(axes.map(() => setting)));
  if (axes.length === 1 || alike.length === mostListed) return alike;
  const mixed = kinds.flatMap((kind) => {
    const lists = axes.map((axis) => listAlike(question, [axis], kind, mostListed));
    return combine(lists, mostListed - alike.length).map(toSetting);
  });
  return [...alike, ...mixed].slice(0, mostListed);
}

function toSetting(settings: readonly AxisSetting[]): Setting {
  const cells = settings.map(({ padding }) => padding).filter((padding) => padding !== 'same');
  return {
    kernel: settings.map(({ kernel }) => kernel),
    stride: settings.map(({ stride }) => stride),
    padding: cells.length === settings.length ? cells : 'same',
  };
}

function sum(terms: readonly number[]): number {
  return terms.reduce((total, term) => total + term, 0);
}
