// A sailing boat on a lake below wooded hills. Lengths in metres, the view is along +z.
#version 3.7;
global_settings { assumed_gamma 1.0 max_trace_level 6 }

#declare SunDirection = vnormalize(<-0.75, 0.62, -0.45>);
#declare CloudScale = 0.42;
#declare CloudCover = 0.62;
#include "day.inc"
#include "figure.inc"
#include "tree.inc"

camera { location <0, 2.6, -24> right x * image_width / image_height up y angle 38 look_at <-0.4, 3.4, 0> }
light_source { SunDirection * 90000 rgb <1.7, 1.58, 1.36> }
light_source { <900, 1200, -300> rgb <0.17, 0.21, 0.3> shadowless }

plane { y, 0
  pigment { rgb <0.012, 0.04, 0.05> }
  normal { function { Fbm(0.8 * x, 0, 1.7 * z) + 0.3 * f_noise3d(4 * x, 0, 8 * z) + 1.3 * f_noise3d(0.18 * x, 1, 0.32 * z) } 0.17 }
  finish { ambient 0 diffuse 0.6 specular 0.4 roughness 0.004 reflection { 0.03, 0.95 fresnel on } conserve_energy }
  interior { ior 1.33 }
}

// Behind the lake: a wooded shore of single trees, then mountains in the haze.
#declare Shore = function(x, z) {
  -2 + 46 * Smooth(z + 26 * f_noise3d(0.008 * x, 5, 0), 412, 640) * (0.3 + 1.3 * f_noise3d(0.0052 * x + 2.3, 8, 0.003 * z))
}
height_field {
  function 400, 200 { min(0.999, max(0, (Shore((x - 0.5) * 700, 390 + (1 - y) * 280) + 4) / 100)) }
  smooth
  translate <-0.5, 0, 0>
  scale <700, 100, 280>
  translate <0, -4, 390>
  pigment { rgb <0.05, 0.07, 0.03> }
  finish { ambient 0 diffuse 0.8 }
}
#declare Trees = array[5];
#for (I, 0, 2)
  #declare Trees[I] = object { Crown(1800, 0.11, <0.055 + 0.02 * I, 0.105 + 0.02 * I, 0.032>, 21 + I) translate y * 0.9 scale <0.45, 0.55, 0.45> }
#end
#for (I, 3, 4)
  #declare Trees[I] = object { Conifer(90, 16, 0, <0.03, 0.06, 0.03>, 21 + I) scale <1.3, 1.3, 1.3> }
#end
#declare Random = seed(17);
#for (I, 1, 4200)
  #declare X = (rand(Random) - 0.5) * 520;
  #declare Z = 400 + 215 * pow(rand(Random), 1.3);
  #if (Shore(X, Z) > -1.2)
    object {
      Trees[int(rand(Random) * 4.99)]
      rotate y * 360 * rand(Random)
      scale 7 + 7 * rand(Random)
      translate <X, Shore(X, Z) - 0.5, Z>
    }
  #end
#end
height_field {
  function 900, 500 { min(0.999, max(0, Smooth(1 - y, 0.0, 0.5) * (1.3 * Fbm(4.2 * x, 11, 2 * (1 - y)) - 0.2))) }
  smooth
  translate <-0.5, 0, 0>
  scale <7000, 950, 3000>
  translate <0, -20, 2600>
  pigment { granite color_map { [0 rgb <0.06, 0.09, 0.08>] [1 rgb <0.13, 0.16, 0.14>] } scale 60 }
  finish { ambient 0 diffuse 0.5 emission <0.95, 1.25, 1.7> }
}

// The boat lies across the view with the bow to the right, heeled away from the wind.
#declare Paint = texture { pigment { rgb <0.82, 0.82, 0.8> } finish { ambient 0 diffuse 0.8 specular 0.4 roughness 0.02 } }
#declare Trim = texture { pigment { rgb <0.35, 0.03, 0.025> } finish { ambient 0 diffuse 0.8 specular 0.4 roughness 0.02 } }
#declare Wood = texture { pigment { rgb <0.3, 0.17, 0.08> } finish { ambient 0 diffuse 0.8 } }
#declare Alloy = texture { pigment { rgb 0.5 } finish { ambient 0 diffuse 0.7 specular 0.5 roughness 0.02 } }
#declare Sailcloth = texture {
  pigment { gradient y color_map { [0 rgb 0.86] [0.965 rgb 0.88] [0.97 rgb 0.7] [1 rgb 0.7] } scale 1.1 }
  finish { ambient 0 diffuse 0.78, 0.35 }
}

// The hull is a ladder of sections from stern (T 0) to bow (T 1).
#declare Beam = function(x) { 0.98 * pow(max(0, sin(pi * (0.22 + 0.78 * x))), 0.75) }
#declare Sheer = function(x) { 0.62 + 0.3 * pow(x, 2.2) }
#macro HullPoint(T, A)
  // A runs from 0 at the keel to 1 at the rail.
  <-3 + 6.1 * T + 0.35 * A * pow(T, 3), -0.35 + (Sheer(T) + 0.35) * pow(A, 1.4), Beam(T) * pow(A, 0.55)>
#end
#macro HullPatch(T0, T1, A0, A1, S)
  #local P = HullPoint(T0, A0) * <1, 1, S>;
  #local Q = HullPoint(T1, A0) * <1, 1, S>;
  #local U = HullPoint(T0, A1) * <1, 1, S>;
  #local V = HullPoint(T1, A1) * <1, 1, S>;
  triangle { P, Q, U }
  triangle { Q, U, V }
#end
#declare Hull = mesh {
  #for (I, 0, 39)
    #for (J, 0, 15)
      #for (S, -1, 1, 2)
        HullPatch(I / 40, (I + 1) / 40, J / 16, (J + 1) / 16, S)
      #end
    #end
  #end
}

// A sail between three corners, bellied out by Belly metres to leeward.
#macro Sail(Tack, Clew, Peak, Belly)
  #local N = 24;
  #macro SailPoint(I, J)
    // I of N up the luff, J of N towards the leech.
    #local U = I / N;
    #local V = J / N;
    (Tack + (Peak - Tack) * U + (Clew - Tack) * V * (1 - U)
      + z * Belly * sin(pi * pow(V, 0.7)) * pow(1 - U, 0.6) * sin(pi * min(1, U * 0.8 + 0.2))
      - x * 0.28 * V * sin(pi * U))
  #end
  mesh {
    #for (I, 0, N - 1)
      #for (J, 0, N - 1)
        triangle { SailPoint(I, J), SailPoint(I + 1, J), SailPoint(I, J + 1) }
        triangle { SailPoint(I + 1, J), SailPoint(I, J + 1), SailPoint(I + 1, J + 1) }
      #end
    #end
    texture { Sailcloth }
  }
#end

#declare Shirt = texture { pigment { rgb <0.5, 0.06, 0.04> } finish { ambient 0 diffuse 0.8 } }
#declare Trousers = texture { pigment { rgb <0.06, 0.07, 0.11> } finish { ambient 0 diffuse 0.8 } }
#declare Skin = texture { pigment { rgb <0.5, 0.3, 0.2> } finish { ambient 0 diffuse 0.8 } }
#declare Hair = texture { pigment { rgb <0.05, 0.03, 0.02> } finish { ambient 0 diffuse 0.8 } }
union {
  object { Hull texture { gradient y texture_map { [0 Trim] [0.36 Trim] [0.365 Paint] [1 Paint] } scale 1.4 translate y * -0.4 } }
  mesh {
    #for (I, 0, 39)
      triangle { HullPoint(I / 40, 0.9), HullPoint((I + 1) / 40, 0.9), HullPoint(I / 40, 0.9) * <1, 1, -1> }
      triangle { HullPoint((I + 1) / 40, 0.9), HullPoint(I / 40, 0.9) * <1, 1, -1>, HullPoint((I + 1) / 40, 0.9) * <1, 1, -1> }
    #end
    texture { Wood }
  }
  object { superellipsoid { <0.4, 0.35> scale <0.85, 0.3, 0.5> } translate <0.55, 0.72, 0> texture { Paint } }
  cylinder { <0.45, 0.4, 0>, <0.35, 8.7, 0>, 0.055 texture { Alloy } }
  cylinder { <0.42, 1.35, 0>, <-2.75, 1.25, 0.35>, 0.04 texture { Alloy } }
  cylinder { <0.36, 8.2, 0>, <3.35, 0.95, 0>, 0.009 texture { Alloy } }
  cylinder { <0.36, 8.6, 0>, <-2.95, 0.7, 0>, 0.008 texture { Alloy } }
  Sail(<0.38, 1.45, 0>, <-2.65, 1.32, 0.33>, <0.33, 8.6, 0>, 0.5)
  Sail(<3.2, 1.1, 0>, <0.0, 1.15, 0.55>, <0.45, 7.7, 0>, 0.5)
  union {
    Leg(<0, 0.12, 0.1>, <0.5, -0.3, 0.14>, y, x, Trousers, Trousers)
    Leg(<0, 0.12, -0.1>, <0.52, -0.3, -0.12>, y, x, Trousers, Trousers)
    Trunk(<0, 0.14, 0>, <0.05, 0.66, 0>, z, Shirt)
    Arm(<0.04, 0.6, 0.2>, <0.35, 0.35, 0.3>, -y, Shirt, Skin)
    Arm(<0.04, 0.6, -0.2>, <-0.35, 0.25, -0.15>, -y, Shirt, Skin)
    Head(<0.05, 0.67, 0>, <0.08, 0.83, 0>, Skin, Hair)
    translate <-1.75, 0.75, -0.45>
  }
  rotate x * 7
  rotate y * 14
  translate <0.4, 0, 0>
}
