"""Compiled: pairwise steps that shift weight between tours, and steps that move side columns.

Arrays that go together: a *curve* is (first slope, first jump, level of each jump, jump,
half-width) of the rows' prices; *covers* are (first entry, row, amount) of places; *sides*
are (first entry, row, amount, cost, lower, upper, value) of side columns.
"""

from planner.solver.layers import Ints
from planner.solver.paths.compiled import compiled
from planner.solver.paths.network import Floats

Curve = tuple[Floats, Ints, Floats, Floats, Floats]
Covers = tuple[Ints, Ints, Ints]
Sides = tuple[Ints, Ints, Floats, Floats, Floats, Floats, Floats]

#: A step is exact to this part of the weight it may move, and searched so often at most.
_NARROW, _SEARCHES = 1e-3, 12
_HARDLY = 1e-9


@compiled
def smooth_slope(row: int, level: float, curve: Curve) -> float:
    """Mean slope of a row's price within its half-width on either side of a level."""
    first_slope, first_jump, jump_at, jump, width = curve
    slope: float = first_slope[row]
    half = 0.5 / width[row]
    for number in range(first_jump[row], first_jump[row + 1]):
        part = (level - jump_at[number]) * half + 0.5
        if part >= 1.0:
            slope += jump[number]
        elif part > 0.0:
            slope += jump[number] * part
    return slope


@compiled
def _side_slope(side: int, moved: float, level: Floats, curve: Curve, sides: Sides) -> float:
    """What one more of a side column costs, once it has moved."""
    first, rows, amounts, cost = sides[:4]
    slope: float = cost[side]
    for entry in range(first[side], first[side + 1]):
        there = level[rows[entry]] + amounts[entry] * moved
        slope += amounts[entry] * smooth_slope(rows[entry], there, curve)
    return slope


@compiled
def settle_side(side: int, level: Floats, curve: Curve, sides: Sides) -> None:
    """Move a side column to where it costs least, all else held."""
    first, rows, amounts, _, lower, upper, value = sides
    now = value[side]
    low, high = lower[side] - now, upper[side] - now
    if _side_slope(side, 0.0, level, curve, sides) > 0.0:
        high = 0.0
    else:
        low = 0.0
    while high - low > _HARDLY:
        middle = 0.5 * (low + high)
        if _side_slope(side, middle, level, curve, sides) > 0.0:
            high = middle
        else:
            low = middle
    value[side] = min(upper[side], max(lower[side], now + low))
    for entry in range(first[side], first[side + 1]):
        level[rows[entry]] += amounts[entry] * (value[side] - now)


@compiled
def _tour_price(
    tour: int,
    level: Floats,
    curve: Curve,
    covers: Covers,
    tours: tuple[Ints, Ints, Floats],
    priced: tuple[Floats, Ints],
    stamp: int,
) -> float:
    """Reduced cost of a tour; places priced since the stamp changed are not priced again."""
    tour_first, tour_place, tour_cost = tours
    place_price, place_stamp = priced
    first, rows, amounts = covers
    price: float = tour_cost[tour]
    for at in range(tour_first[tour], tour_first[tour + 1]):
        place = tour_place[at]
        if place_stamp[place] != stamp:
            place_stamp[place] = stamp
            charged = 0.0
            for entry in range(first[place], first[place + 1]):
                charged += amounts[entry] * smooth_slope(rows[entry], level[rows[entry]], curve)
            place_price[place] = charged
        price += place_price[place]
    return price


@compiled
def _difference(
    best: int,
    worst: int,
    covers: Covers,
    tours: tuple[Ints, Ints, Floats],
    moves: tuple[Floats, Ints, Ints],
    stamp: int,
) -> int:
    """Write down how levels move when one tour replaces another; return how many rows do."""
    tour_first, tour_place, _ = tours
    first, rows, amounts = covers
    shift, mark, touched = moves
    count = 0
    for tour in (best, worst):
        sign = 1.0 if tour == best else -1.0
        for at in range(tour_first[tour], tour_first[tour + 1]):
            place = tour_place[at]
            for entry in range(first[place], first[place + 1]):
                row = rows[entry]
                if mark[row] != stamp:
                    mark[row] = stamp
                    shift[row] = 0.0
                    touched[count] = row
                    count += 1
                shift[row] += sign * amounts[entry]
    kept = 0
    for number in range(count):
        if shift[touched[number]] != 0.0:
            touched[kept] = touched[number]
            kept += 1
    return kept


@compiled
def _slope_along(
    moved: float, base: float, count: int, level: Floats, curve: Curve, moves: tuple[Floats, Ints, Ints]
) -> float:
    """What moving further along a difference costs."""
    shift, _, touched = moves
    slope = base
    for number in range(count):
        row = touched[number]
        slope += shift[row] * smooth_slope(row, level[row] + moved * shift[row], curve)
    return slope


@compiled
def _best_step(
    most: float,
    at_low: float,
    base: float,
    count: int,
    level: Floats,
    curve: Curve,
    moves: tuple[Floats, Ints, Ints],
) -> float:
    """How far to move along a difference: to where it stops paying."""
    low, high = 0.0, most
    at_high = _slope_along(high, base, count, level, curve, moves)
    if at_high <= 0.0:
        return high
    enough = 1e-3 * -at_low
    for search in range(_SEARCHES):
        middle = low + (high - low) * at_low / (at_low - at_high)
        if search % 3 == 2:
            middle = 0.5 * (low + high)
        here = _slope_along(middle, base, count, level, curve, moves)
        if here > 0.0:
            high, at_high = middle, here
        else:
            low, at_low = middle, here
        if high - low < _NARROW * most or abs(here) < enough:
            break
    return low if low > 0.0 else 0.5 * high


@compiled
def _move(
    best: int,
    worst: int,
    moved: float,
    count: int,
    level: Floats,
    weight: Floats,
    curve: Curve,
    side_of_row: Ints,
    sides: Sides,
    moves: tuple[Floats, Ints, Ints],
) -> None:
    """Move weight from one tour to another, and settle the side columns near."""
    shift, _, touched = moves
    if weight[worst] - moved < _HARDLY:
        moved = weight[worst]
    weight[best] += moved
    weight[worst] -= moved
    for number in range(count):
        level[touched[number]] += moved * shift[touched[number]]
    for number in range(count):
        side = side_of_row[touched[number]]
        if side >= 0:
            settle_side(side, level, curve, sides)


@compiled
def _ends(own: Ints, reduced: Floats, weight: Floats, most: Floats) -> tuple[int, int]:
    """Cheapest tour of a slot that may grow, and dearest one that has weight."""
    best, worst = -1, -1
    for tour in own:
        if weight[tour] < most[tour] - _HARDLY and (best < 0 or reduced[tour] < reduced[best]):
            best = tour
        if weight[tour] > _HARDLY and (worst < 0 or reduced[tour] > reduced[worst]):
            worst = tour
    return best, worst


@compiled
def sweep_slots(
    order: Ints,
    steps: int,
    level: Floats,
    weight: Floats,
    most: Floats,
    curve: Curve,
    covers: Covers,
    slot_tours: tuple[Ints, Ints],
    tours: tuple[Ints, Ints, Floats],
    side_of_row: Ints,
    sides: Sides,
    priced: tuple[Floats, Ints],
    moves: tuple[Floats, Ints, Ints],
    reduced: Floats,
    stamp: int,
) -> int:
    """Go through slots once; return the last stamp."""
    slot_first, of_slot = slot_tours
    for slot in order:
        own = of_slot[slot_first[slot] : slot_first[slot + 1]]
        if len(own) == 0:
            continue
        for _ in range(steps):
            stamp += 1
            for tour in own:
                reduced[tour] = _tour_price(tour, level, curve, covers, tours, priced, stamp)
            best, worst = _ends(own, reduced, weight, most)
            if best < 0 or worst < 0 or reduced[worst] - reduced[best] < _HARDLY:
                break
            count = _difference(best, worst, covers, tours, moves, stamp)
            base = tours[2][best] - tours[2][worst]
            gain = reduced[best] - reduced[worst]
            room = min(weight[worst], most[best] - weight[best])
            moved = _best_step(room, gain, base, count, level, curve, moves)
            _move(best, worst, moved, count, level, weight, curve, side_of_row, sides, moves)
    return stamp
