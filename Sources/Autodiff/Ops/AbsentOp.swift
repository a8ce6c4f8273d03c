/// What other libraries have and this one does not, under the names by which it is asked for.
///
/// The one declaration: the error for such a name and the document of what is not there are made of it.
public struct AbsentOp: Sendable {
    /// What it is.
    public let what: String
    /// The names of it in other libraries.
    public let names: [String]
    /// One sentence, ending in a period: why it is not there, or what does the same.
    public let reason: String

    /// What is not there of a name, if it is known.
    public static func named(_ name: String) -> AbsentOp? { byName[name] }

    private static let byName = Dictionary(
        all.flatMap { absent in absent.names.map { ($0, absent) } }, uniquingKeysWith: { first, _ in first })

    /// All that is known not to be there.
    public static let all: [AbsentOp] = [
        AbsentOp(
            what: "Complex numbers",
            names: ["complex", "real", "imag", "conj", "angle", "polar", "view_as_real", "view_as_complex"],
            reason: "Numbers are real; write the real and the imaginary part as two."),
        AbsentOp(
            what: "Fourier transforms",
            names: [
                "fft", "ifft", "fft2", "ifft2", "fftn", "ifftn", "rfft", "irfft", "rfft2", "irfft2", "rfftn", "irfftn",
                "hfft",
                "ihfft", "dct", "idct", "stft", "istft", "fftshift", "ifftshift", "fftfreq",
            ],
            reason: "They need complex numbers; a matmul with matrices of cosines and sines gives both parts."),
        AbsentOp(
            what: "Convolutions",
            names: [
                "conv", "conv1d", "conv2d", "conv3d", "convolve", "correlate", "conv_transpose1d", "conv_transpose2d",
                "conv_transpose3d", "conv_general_dilated", "unfold", "fold",
            ],
            reason:
                "There is no kernel for them; a sum of slices, each times its weight, is one and has its derivative."),
        AbsentOp(
            what: "Pooling",
            names: [
                "avg_pool", "avg_pool1d", "avg_pool2d", "avg_pool3d", "max_pool", "max_pool1d", "max_pool2d",
                "max_pool3d",
                "lp_pool2d", "adaptive_avg_pool2d", "adaptive_max_pool2d", "reduce_window",
            ],
            reason: "There is no kernel for it; reshape so that windows are axes, and take the mean or max over those."),
        AbsentOp(
            what: "Normalisation layers",
            names: ["batch_norm", "layer_norm", "group_norm", "instance_norm", "rms_norm", "local_response_norm"],
            reason: "They are a few ops each: (x - mean(x)) / sqrt(var(x) + eps), over the axes of the layer."),
        AbsentOp(
            what: "Attention, recurrent layers and embeddings",
            names: ["scaled_dot_product_attention", "multi_head_attention", "lstm", "gru", "rnn", "embedding"],
            reason: "Layers are functions of one's own here: write them with matmul, softmax and take."),
        AbsentOp(
            what: "Random numbers",
            names: [
                "rand", "randn", "randint", "random", "uniform", "bernoulli", "multinomial", "dropout", "shuffle",
                "permutation",
                "gumbel_softmax", "rrelu",
            ],
            reason: "A function has one value at a point; bind numbers that were drawn outside to an input."),
        AbsentOp(
            what: "Loops and branches that are taken or not",
            names: ["cond", "while_loop", "fori_loop", "scan", "map", "vmap", "switch", "checkpoint", "custom_root"],
            reason:
                "Both branches of where are computed, and loops are written out; a batch runs a function at many points."
        ),
        AbsentOp(
            what: "Solvers of equations and of differential equations",
            names: ["root", "fsolve", "newton", "fixed_point", "odeint", "solve_ivp", "minimize"],
            reason: "Write the steps out; the documents have Kepler's equation and a Runge-Kutta method as examples."),
        AbsentOp(
            what: "Ops with several results",
            names: ["slogdet", "eigh", "svd", "qr", "frexp", "modf", "divmod", "lu", "lu_factor"],
            reason:
                "A node has one value, so each result is an op: logabsdet and sign_det, eigvalsh and eigvectorsh, svdvals, svd_u and svd_vh, qr_q and qr_r, trunc and frac, floor_divide and remainder."
        ),
        AbsentOp(
            what: "Eigenvalues of matrices that are not symmetric",
            names: ["eig", "eigvals", "schur"],
            reason: "They are complex; of symmetric matrices there are eigvalsh and eigvectorsh."),
        AbsentOp(
            what: "Other functions of matrices",
            names: [
                "logm", "sqrtm", "funm", "matrix_log", "matrix_sqrt", "cond_number", "matrix_rank", "null_space",
                "orth",
            ],
            reason: "Of a symmetric matrix any function is v * f(w) @ v^T with w = eigvalsh(x) and v = eigvectorsh(x)."),
        AbsentOp(
            what: "Splines and grids",
            names: ["bspline", "interpn", "cubic_spline", "grid_sample", "interpolate", "upsample", "map_coordinates"],
            reason: "Interpolation is linear and in one dimension: interp."),
        AbsentOp(
            what: "Searching, and results whose shape depends on numbers",
            names: [
                "nonzero", "argwhere", "unique", "unique_values", "unique_counts", "searchsorted", "digitize",
                "bincount",
                "histogram", "masked_select", "compress", "extract",
            ],
            reason: "Shapes are known before a function runs; a count below a bound is sum(x < bound), and where masks."
        ),
        AbsentOp(
            what: "Soft sorting and sorting networks",
            names: ["soft_sort", "soft_rank", "sinkhorn"],
            reason: "Only the exact order is there: sort, argsort, topk."),
        AbsentOp(
            what: "Whole numbers and bits",
            names: [
                "bitwise_and", "bitwise_or", "bitwise_xor", "bitwise_not", "bitwise_invert", "bitwise_left_shift",
                "bitwise_right_shift", "gcd", "lcm", "astype", "cast",
            ],
            reason: "All numbers are doubles."),
        AbsentOp(
            what: "Arrays out of nothing",
            names: ["arange", "linspace", "logspace", "zeros", "ones", "eye", "full", "empty", "identity_matrix"],
            reason:
                "A node has operands: write an array literal, bind an input, or use zeros_like, ones_like, full_like, positions and diag."
        ),
        AbsentOp(
            what: "Rarer special functions",
            names: [
                "hyp1f1", "hyp2f1", "hyp0f1", "airy", "ellipk", "ellipe", "lambertw", "owens_t", "struve", "sici",
                "fresnel", "dawsn",
                "wofz", "legendre", "hermite", "laguerre", "sph_harm", "gammaincinv", "gammainccinv", "betaincinv",
                "stdtr",
                "stdtrit", "mathieu_a",
            ],
            reason: "They are not there yet, nor is a derivative by every argument known for most."),
    ]
}

extension AbsentOp {
    /// What is said where a name is no op: whether it is known not to be there, or what was probably meant.
    static func absence(of name: String, calling kind: String, suggestion: String?) -> String {
        let sentence = "There is no \(kind) \"\(name)\""
        if let absent = named(name) {
            return "\(sentence): \(absent.reason.prefix(1).lowercased())\(absent.reason.dropFirst())"
        }
        return sentence + (suggestion.map { "; did you mean \"\($0)\"?" } ?? ".")
    }
}
