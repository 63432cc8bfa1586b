"""A QR code as SVG, made here: no picture from elsewhere, no script."""

import qrcode
from qrcode.constants import ERROR_CORRECT_M


def svg(text: str) -> str:
    """Black squares on white, one path; readable from the back of the room."""
    code = qrcode.QRCode(error_correction=ERROR_CORRECT_M, border=4)
    code.add_data(text)
    squares = code.get_matrix()
    size = len(squares)
    path = "".join(f"M{x} {y}h1v1h-1z" for y, row in enumerate(squares) for x, is_black in enumerate(row) if is_black)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" shape-rendering="crispEdges">'
        f'<path fill="#fff" d="M0 0h{size}v{size}H0z"/><path d="{path}"/></svg>'
    )
