"""The sum of signs by which two figures are of one thing, and lists of whose share is what."""

from provenance import compare_passages


def test_the_same_digits_in_another_order_help_to_show_one_figure() -> None:
    a = "Shares in Tarnfell plc fell 31 per cent on Tuesday 11 March 2025 after the report."
    b = "On Tuesday 11 March 2025 the shares of Tarnfell plc closed 13 per cent lower."
    assert compare_passages(a, b)


def test_shares_of_two_parties_in_a_list_are_no_rivals() -> None:
    a = "Shares of the vote: Green Union, 41.2 per cent; Farmers' League, 38.9 per cent; Home, 4.6 per cent."
    b = "Home won 4.6 per cent of the vote."
    assert not compare_passages(a, b)
